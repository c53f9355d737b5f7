// One server for all tests of a process that only read.
import { after } from 'node:test';
import { startServer } from './server.mjs';

let running;

/** Gives the server as `startServer` does, with every service as it is at the start; `stop()` leaves it to the others. */
export async function useSharedServer() {
  running ??= startServer();
  const { url } = await running;
  return { url, stop: () => Promise.resolve() };
}

after(async () => {
  await (await running)?.stop();
});
