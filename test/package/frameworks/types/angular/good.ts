import { Component, signal } from '@angular/core';
import { OutageStatus } from 'outage-status/angular';

@Component({
  selector: 'app-good',
  imports: [OutageStatus],
  template: `
    <outage-status />
    <outage-status #tag id="x" class="x" style="color: red" title="Kik" hidden>
      <a href="https://kik.com" (click)="tag.refreshNow()">Kik</a>
    </outage-status>
    <outage-status [service]="maybe()" variant="badge" refresh="30" heading-level="2" announce />
    <outage-status refresh="off" [headingLevel]="2" [withoutReport]="true" without-guide />
    <outage-status withoutReport [attr.without-guide]="true" [refresh]="30" [lang]="'ar'" />
    <outage-status
      (outage-load)="seen($event.feed.service.name)"
      (outage-status-change)="seen($event.to)"
      (outage-error)="seen($event.error.code)"
      (outage-report)="$event.preventDefault()"
      (outage-reported)="seen($event.outcome.outcome)"
      (click)="$event.preventDefault()"
    />
  `,
})
export class Good {
  readonly maybe = signal<string | undefined>(undefined);
  seen(what: string) {
    return what;
  }
}
