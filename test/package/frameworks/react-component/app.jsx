import { OutageStatus } from 'outage-status/react';
import { appOf } from '../react/app.jsx';

/** The tags of every app, by the component. */
export const App = appOf(OutageStatus, {
  first: (heard) => ({ onOutageLoad: ({ feed }) => heard(`component: ${feed.service.id}`) }),
  later: (heard) => ({ onOutageLoad: () => heard('component: a listener of a later rendering') }),
});
