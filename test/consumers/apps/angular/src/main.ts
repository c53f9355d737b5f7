import { provideZonelessChangeDetection } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app';

const isLate = location.pathname === '/late';
const define = () => import('outage-status/define');

const start = async () => {
  if (!isLate) await define();
  await bootstrapApplication(App, { providers: [provideZonelessChangeDetection()] });
  if (isLate) await define();
};
void start();
