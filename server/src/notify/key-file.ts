import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '../lib/start-error.js';

const FILE_NAME = 'notify.key';
const KEY_FORM = /^[\da-f]{64}\s*$/i;

const makeKeyFile = (file: string): void => {
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  try {
    // Atomic, and never replaces another process's file.
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
};

/**
 * Reads the key from the file `notify.key`; creates it if missing, readable for this user only. Without the key, the
 * addresses in the database beside it cannot be read.
 *
 * @param dataDir Folder of the embedded database.
 * @returns 32 bytes.
 * @throws {StartError} If the file can be neither read nor created, or contains no key.
 */
export function readKeyFile(dataDir: string): Buffer {
  const file = join(dataDir, FILE_NAME);
  let text: string;
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    makeKeyFile(file);
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    const reason = (cause as Error).message;
    throw new StartError(`DATA_DIR: ${file} can be neither read nor made: ${reason}.`, { cause });
  }
  if (!KEY_FORM.test(text)) {
    throw new StartError(`DATA_DIR: ${file} is not a key of 64 hexadecimal digits.`);
  }
  return Buffer.from(text.trim(), 'hex');
}
