import { spawn } from 'node:child_process';

/**
 * Runs a command until it ends.
 *
 * @param command Program and parameters.
 * @param options.env Environment variables, in addition to this process's own.
 * @param options.quiet Only return the output, do not print it.
 * @returns {Promise<{ code: number, output: string, durationMs: number }>} `code` is 1 when the program did not start
 *   or was ended by a signal; `output` holds both streams in order of arrival. Never rejects.
 */
export function runCommand([program, ...parameters], { env = {}, quiet = false } = {}) {
  const startMs = performance.now();
  return new Promise((resolve) => {
    const child = spawn(program, parameters, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const keep = (stream) => (chunk) => {
      output += chunk;
      if (!quiet) stream.write(chunk);
    };
    child.stdout.on('data', keep(process.stdout));
    child.stderr.on('data', keep(process.stderr));
    const settle = (code) => resolve({ code, output, durationMs: performance.now() - startMs });
    child.on('error', (error) => {
      output += `${program}: ${error.message}\n`;
      settle(1);
    });
    child.on('close', (code, signal) => {
      if (signal) output += `\n${program} was ended by ${signal}\n`;
      else if (code !== 0) output += `\n${program} ended with code ${code}\n`;
      settle(code ?? 1);
    });
  });
}

/** Path of a program of an installed package; starting it directly is faster than npx. */
export const packageProgram = (name) => `node_modules/.bin/${name}`;
