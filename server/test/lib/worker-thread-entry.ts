import { workerData } from 'node:worker_threads';
import { serveTasks } from '../../src/lib/worker-thread.js';
import type { Task } from './worker-thread.test.js';

const { greeting } = workerData as { readonly greeting: string };
let done = 0;

serveTasks(async (given) => {
  const task = given as Task;
  done += 1;
  if ('exit' in task) process.exit(task.exit);
  if ('fail' in task) throw Object.assign(new Error('it fails'), { code: task.fail });
  return `${greeting} ${task.say} ${done}`;
});
