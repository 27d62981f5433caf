/** Written on every export; raise it when a result can change for the same data and parameters. */
export const ENGINE_VERSION = '1.0.0';
