/** What is checked on each page of an app of a framework, with what it means. */
export const APP_ASSERTIONS = {
  'property names':
    'every option by the name of its property, as true, false, number and word, at first and after changes',
  'attribute names': 'the same by the names of the attributes',
  texts: 'every attribute as plain text, with `true`, `false` and numbers',
  events: 'every event of the element arrives, by the framework’s own way of listening',
  'server HTML': 'the HTML from the server has every tag with its content',
  console: 'no error and no warning on the console, from loading or hydration to unmounting',
  unmount: 'unmounting leaves no element, no event stream, and no later request',
};

/** What is checked of the files that a bundler makes. */
export const BUNDLE_ASSERTIONS = {
  element: 'the element and its live section are on screen',
  chart: 'no file with Chart.js is loaded before a visitor opens the trend, and one is then',
  languages: 'no file with Arabic is loaded on an English page, and one is after `lang="ar"`',
  client: '`outage-status/client` alone loads nothing of Lit',
  once: 'two entries of one build that both define the element load one copy of it',
  console: 'no error and no warning on the console',
};

/** What TypeScript is asked of an app that imports every entry of the package. */
export const TYPE_ASSERTIONS = {
  'right use': 'no error, neither in the app nor in the declarations of the packages that it has',
  'wrong use': 'each use that is wrong, at least one of each entry, is an error',
};

/** The tests that each app with tests of its own page has, by their titles. */
export const TEST_ASSERTIONS = {
  state: 'the state that the test server shows is on screen',
  'next state': 'so is the next one, after `refreshNow()`',
  report: 'a report by the visible buttons is confirmed and in `server.reports`',
  error: 'an error of the server is on screen, and “Try again” mends it',
  'narrow column': 'the layout follows the width of the column',
};
