import type { Plugin } from 'vite';
export function handoutClient(): Plugin;
