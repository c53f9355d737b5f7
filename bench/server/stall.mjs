// Measures how long the event loop is blocked at a steady 2,000 reports per second, with watchers and readers.
import { startProgram, startServer } from './machine.mjs';

const RATE = 2000;
const WATCHERS = 500;

/** @returns One row: longest block, answers, CPU time. */
export async function benchStall({ seconds }) {
  const duration = 4 * seconds;
  const server = await startServer();
  const url = `${server.ready}/v1/services/kik`;
  const watchers = await startProgram('watchers.mjs', {}, [`${url}/events`, String(WATCHERS)]);
  await watchers.ask('connect');
  // The first second compiles.
  const warmUp = await startProgram('report-sender.mjs', {}, [`${url}/reports`, String(RATE), '2']);
  await warmUp.ask('result');
  await server.ask('start');
  const sender = await startProgram('report-sender.mjs', {}, [
    `${url}/reports`,
    String(RATE),
    String(duration),
  ]);
  const { answered, p50, p99 } = await sender.ask('result');
  const { delays, cpuMicroseconds } = await server.ask('read');
  return {
    title: `Event loop at ${RATE} reports/s for ${duration} s, ${WATCHERS} watchers`,
    rows: [
      {
        'held up at most, ms': delays.worst.toFixed(1),
        'by itself at most, ms': delays.own.toFixed(1),
        'held up, p99, ms': delays.p99.toFixed(1),
        answers: JSON.stringify(answered),
        'answer p50, ms': p50.toFixed(1),
        'answer p99, ms': p99.toFixed(1),
        'CPU µs/report': (cpuMicroseconds / (RATE * duration)).toFixed(0),
      },
    ],
    notes: [
      'The first figure includes the time in which other processes had the processor; the second counts no more than\nthe server itself worked meanwhile.',
    ],
  };
}
