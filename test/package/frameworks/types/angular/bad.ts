import { Component } from '@angular/core';
import { OutageStatus } from 'outage-status/angular';

// A misspelt attribute without a binding, such as `nonsense="1"`, is no error in Angular, whatever the tag.
@Component({
  selector: 'app-bad',
  imports: [OutageStatus],
  template: `
    <outage-status [service]="5" />
    <outage-status variant="huge" />
    <outage-status refresh="never" />
    <outage-status [headingLevel]="'two'" />
    <outage-status [withoutReport]="'yes'" />
    <outage-status [nonsense]="1" />
    <outage-status [withoutRaport]="true" />
    <outage-status [without-report]="true" />
    <outage-status [status]="'operational'" />
    <outage-status (outage-load)="wrong($event)" />
    <outage-status (outage-load)="($event.to)" />
    <outage-status (outage-laod)="($event.feed)" />
  `,
})
export class Bad {
  wrong(event: MouseEvent) {
    return event.clientX;
  }
}
