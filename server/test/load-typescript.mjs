// Lets Node load TypeScript, in this thread and in those it starts: `node --import ./server/test/load-typescript.mjs …`.
// Threads inherit the option, and with it this file, but not what tsx does for the main thread by `--import tsx`.
import { register } from 'tsx/esm/api';

register();
