// `outage-status/define` where there is no DOM, see index-no-dom.ts: nothing can be registered.
// oxlint-disable-next-line unicorn/require-module-specifiers
export {};
