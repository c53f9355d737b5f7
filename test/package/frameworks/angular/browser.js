// Compiled in the page: of the compilation ahead of time, only the types differ.
import '@angular/compiler';
import { Component, signal } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { OutageStatus } from 'outage-status/angular';

/** The tags of every app: property names in `a` and `b`, attribute names in `c` and `d`. */
const template = `
  <outage-status id="a" service="kik" [withoutReport]="yes()" [headingLevel]="yes() ? 2 : 3" (outage-load)="hear($event)" />
  <outage-status id="b" service="kik" [withoutReport]="!yes()" [headingLevel]="yes() ? 3 : 2" />
  <outage-status id="c" service="kik" [attr.without-report]="yes()" [attr.heading-level]="yes() ? 2 : 3" />
  <outage-status id="d" service="kik" [attr.without-report]="!yes()" [attr.heading-level]="yes() ? 3 : 2" />
  <outage-status id="e" [service]="known() ? 'kik' : undefined" [withoutReport]="known() ? true : undefined" />
`;

export const mount = async (root, { heard, ready }) => {
  class App {
    yes = signal(true);
    known = signal(false);
    hear = ({ feed }) => heard(`listener: ${feed.service.id}`);
  }
  const selector = `#${root.id}`;
  const app = Component({ selector, imports: [OutageStatus], template })(App) ?? App;
  const { components } = await bootstrapApplication(app);
  const [{ instance }] = components;
  ready(() => {
    instance.yes.update((now) => !now);
    instance.known.update((now) => !now);
  });
};
