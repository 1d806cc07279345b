/** Zoom, fit, and how flights are shown: the lower right corner, over the minimap. */
import { useReactFlow, useStore } from '@xyflow/react';
import { Maximize, Minus, Plus, Waves } from 'lucide-react';
import type { JSX } from 'react';
import { IconButton } from '../parts/IconButton.tsx';
import { useCanvas, useCanvasStore } from './canvas-context.tsx';
import { fitOptions } from './fit-options.ts';
import type { FlightStyle } from './flights/level-of-detail.ts';
import styles from './canvas.module.css';

const nextStyle: Readonly<Record<FlightStyle, FlightStyle>> = {
  auto: 'tokens',
  tokens: 'streams',
  streams: 'auto',
};
const styleLabels: Readonly<Record<FlightStyle, string>> = {
  auto: 'Flights: one by one, streams where there are many',
  tokens: 'Flights: always one by one',
  streams: 'Flights: always as streams',
};

export function CanvasControls(): JSX.Element {
  const { zoomIn, zoomOut, zoomTo, fitView } = useReactFlow();
  const percent = useStore(({ transform }) => Math.round(transform[2] * 100));
  const style = useCanvas(({ flightStyle }) => flightStyle);
  const canvas = useCanvasStore();
  return (
    <div className={styles['controls']} role="toolbar" aria-label="View of the canvas">
      <IconButton
        size="small"
        label={styleLabels[style]}
        icon={<Waves opacity={style === 'auto' ? 0.6 : 1} />}
        aria-pressed={style !== 'auto'}
        onClick={() => canvas.getState().setFlightStyle(nextStyle[style])}
      />
      <IconButton
        size="small"
        label="Zoom out"
        icon={<Minus />}
        onClick={() => void zoomOut({ duration: 150 })}
      />
      <button
        type="button"
        className={styles['zoom']}
        aria-label={`Zoom ${percent} %, set to 100 %`}
        onClick={() => void zoomTo(1, { duration: 150 })}
      >
        {percent} %
      </button>
      <IconButton
        size="small"
        label="Zoom in"
        icon={<Plus />}
        onClick={() => void zoomIn({ duration: 150 })}
      />
      <IconButton
        size="small"
        label="Fit the view"
        icon={<Maximize />}
        onClick={() => void fitView(fitOptions)}
      />
    </div>
  );
}
