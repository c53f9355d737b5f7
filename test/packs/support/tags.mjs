// What authors write into a tag, and what must come of it: the same for every pack that writes the tag.
import { roomOf } from './room.mjs';

export const SERVER = 'https://status.example';

const TAGS = [
  {
    title: 'a service alone',
    options: { service: 'kik' },
    widget: { service: 'kik', server: SERVER, link: { href: `${SERVER}/kik`, text: 'kik status' } },
  },
  {
    title: 'every option',
    options: {
      service: 'a-1',
      server: 'https://other.example:8443/status/',
      variant: 'badge',
      theme: 'dark',
      lang: 'pt-BR',
      name: 'Service One',
    },
    widget: {
      service: 'a-1',
      server: 'https://other.example:8443/status',
      variant: 'badge',
      theme: 'dark',
      lang: 'pt-BR',
      link: {
        href: 'https://other.example:8443/status/a-1?lang=pt-BR',
        text: 'Service One status',
      },
    },
  },
  ...['auto', 'compact', 'card'].map((variant) => ({
    title: `variant ${variant}`,
    options: { service: 'kik', variant },
    widget: {
      service: 'kik',
      server: SERVER,
      variant,
      link: { href: `${SERVER}/kik`, text: 'kik status' },
    },
  })),
  {
    title: 'words as the widget reads them, in any case and with white space around them',
    options: { service: 'kik', variant: ' Compact ', theme: 'DARK' },
    widget: {
      service: 'kik',
      server: SERVER,
      variant: 'compact',
      theme: 'dark',
      link: { href: `${SERVER}/kik`, text: 'kik status' },
    },
  },
  {
    title: 'a name that is no HTML, in any script',
    options: { service: 'k', name: `"><script>alert(1)</script>'& كيك 🙂` },
    widget: {
      service: 'k',
      server: SERVER,
      link: { href: `${SERVER}/k`, text: `"><script>alert(1)</script>'& كيك 🙂 status` },
    },
  },
  {
    title: 'the longest id',
    options: { service: 'x'.repeat(64) },
    widget: {
      service: 'x'.repeat(64),
      server: SERVER,
      link: { href: `${SERVER}/${'x'.repeat(64)}`, text: `${'x'.repeat(64)} status` },
    },
  },
];

/** Options of a tag, and what a browser must find; the site's own server is {@link SERVER}. */
export const GOOD_TAGS = TAGS.map(({ widget, ...tag }) => ({
  ...tag,
  widget: { ...widget, room: roomOf(widget) },
}));

/** Options that no pack may accept, and the one that must be named. */
export const BAD_TAGS = [
  { option: 'service', options: { service: '' } },
  { option: 'service', options: { service: 'Kik!' } },
  { option: 'service', options: { service: '-kik' } },
  { option: 'service', options: { service: 'x'.repeat(65) } },
  { option: 'service', options: { service: '"><script>alert(1)</script>' } },
  { option: 'service', options: { service: `k' onmouseover='alert(1)` } },
  { option: 'service', options: { service: '../admin' } },
  { option: 'server', options: { service: 'kik', server: 'javascript:alert(1)//' } },
  { option: 'server', options: { service: 'kik', server: '//evil.example' } },
  { option: 'server', options: { service: 'kik', server: 'http://evil.example' } },
  { option: 'server', options: { service: 'kik', server: 'http://localhost.evil.example' } },
  { option: 'server', options: { service: 'kik', server: 'https://status.example@evil.example' } },
  { option: 'server', options: { service: 'kik', server: 'https://status.example/?a=b' } },
  { option: 'server', options: { service: 'kik', server: 'https://a"><script>alert(1)</script>' } },
  { option: 'variant', options: { service: 'kik', variant: 'huge' } },
  { option: 'theme', options: { service: 'kik', theme: '"><script>alert(1)</script>' } },
  { option: 'varaint', options: { service: 'kik', varaint: 'badge' } },
];
