// How React writes the tag; for the apps of React and of what is built on it.
const bind = ({ name, expression }) => `${name}={${expression}}`;
const pascalCase = (name) => name.replaceAll(/(?:^|-)(.)/g, (_, letter) => letter.toUpperCase());

/** The tag itself, and the component of `outage-status/react`. */
export const dialects = {
  tag: { bind, listen: (event) => `on${event}={hear}` },
  component: { tag: 'OutageStatus', bind, listen: (event) => `on${pascalCase(event)}={hear}` },
};

/** What the tag cannot do in the pages that a server has rendered. */
const WITHOUT_LISTENERS =
  'React adds [no listener to a custom element that a server has rendered](https://github.com/react/react/issues/35446); its component does';

export const notPossible = {
  'early: events': WITHOUT_LISTENERS,
  'late: events': WITHOUT_LISTENERS,
};
