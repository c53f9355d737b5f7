import { Component, signal } from '@angular/core';
import { OutageStatus } from 'outage-status/angular';
import { hear } from './harness';

@Component({
  selector: 'app-root',
  imports: [OutageStatus],
  templateUrl: './app.html',
})
export class App {
  readonly yes = signal(true);
  readonly isShown = signal(true);
  readonly hear = hear;
}
