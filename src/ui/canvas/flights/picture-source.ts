/** What a picture of the flights is made from, read at the moment of painting. */
import type { Playback, ViewStore } from '#app';
import type { CanvasStore } from '../canvas-store.ts';
import type { Transform } from './token-field.ts';

export interface PictureSource {
  readonly playback: () => Pick<Playback, 'history' | 'playheadMs' | 'isPlaying' | 'speed'>;
  readonly canvas: CanvasStore;
  readonly view: ViewStore;
  readonly transform: () => Transform;
  readonly prefersStill: () => boolean;
}
