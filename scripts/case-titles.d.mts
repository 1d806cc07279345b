import type { Plugin } from 'vite';

export function caseTitles(): Plugin;
