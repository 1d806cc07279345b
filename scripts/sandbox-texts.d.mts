import type { Plugin } from 'vite';

export function sandboxTexts(): Plugin;
