/**
 * Of the page and of the command line alike: written on every export, printed by `cuntu --version`. Raise it when a
 * result can change for the same data and parameters; docs/performance.md lists what changed.
 */
export const ENGINE_VERSION = '1.1.0';
