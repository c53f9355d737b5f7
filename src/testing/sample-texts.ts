import type { Feed, Guide, Incident } from '../feed/index.js';

/** What can be reported, the most frequent first. */
export const SAMPLE_CATEGORIES = [
  {
    id: 'messages',
    label: 'Messages not sending',
    description: 'Texts, pictures or videos stay on their way or arrive late.',
  },
  {
    id: 'login',
    label: 'Login & authentication',
    description: 'A correct password is refused, or people are signed out.',
  },
  {
    id: 'feed',
    label: 'Feed & content not loading',
    description: 'Chats, pictures or search results stay empty.',
  },
  {
    id: 'app',
    label: 'App & website errors',
    description: 'The app closes by itself, or the website does not load.',
  },
] as const;

/** Incidents of the past, the newest first. */
export const sampleArchive = (id: string, name: string): Incident[] => [
  {
    id: `${id}-2019-11-25`,
    title: `${name} could not be used for several hours (times are about)`,
    status: 'resolved',
    impact: 'major',
    startedAt: '2019-11-25T12:00:00Z',
    endedAt: '2019-11-25T18:00:00Z',
    source: 'archive',
  },
  {
    id: `${id}-2016-10-13`,
    title: `${name} was down for about 24 hours`,
    status: 'resolved',
    impact: 'critical',
    startedAt: '2016-10-13T12:00:00Z',
    endedAt: '2016-10-14T12:00:00Z',
    source: 'archive',
  },
];

/** Steps and answers for a messaging app of that name. */
export const sampleGuide = (name: string): Guide => ({
  about: `${name} is a free messaging app for phones and tablets. Every message passes through ${name}'s own servers, so when these have trouble, a chat stops for both sides even though each phone has a perfect connection.`,
  steps: [
    {
      id: 'compare',
      title: `Is it ${name}, or is it my phone?`,
      text: 'If many people report the same thing within the hour, the fault is almost certainly not yours, and waiting helps more than anything else.',
    },
    {
      id: 'restart',
      title: 'Restart your phone or tablet',
      text: `Switch it off completely, wait ten seconds, and open ${name} before anything else.`,
    },
    {
      id: 'update-app',
      title: `Update ${name}`,
      text: `Open Google Play or the App Store, search for ${name}, and press Update if it is offered.`,
    },
    {
      id: 'network',
      title: 'Rule out the network',
      text: 'Change from Wi-Fi to mobile data, or the other way round, and switch off VPN and private DNS for a moment.',
    },
    {
      id: 'contact-support',
      title: `Ask ${name}'s support`,
      text: 'If nobody else has the problem, write to support from the help section in the settings.',
    },
  ],
  faq: [
    {
      question: 'Why do my messages stay on S?',
      answer:
        "S means sent: the servers have the message, but the other person's phone has not fetched it yet.",
    },
    {
      question: `Will I lose messages while ${name} is down?`,
      answer:
        'Messages that had left your phone are normally delivered later. Do not reinstall during an outage.',
    },
  ],
});

/** Services that a visitor may look for next. */
export const SAMPLE_RELATED: Feed['related'] = [
  { id: 'whatsapp', name: 'WhatsApp', status: 'operational' },
  { id: 'snapchat', name: 'Snapchat', status: 'degraded_performance' },
  { id: 'discord', name: 'Discord', status: 'operational' },
  { id: 'reddit', name: 'Reddit', status: 'unknown' },
];
