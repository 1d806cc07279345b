/** A scenario in little: its things where they stand, and the lines between them. */
import { useMemo } from 'react';
import type { JSX } from 'react';
import { sketchOf } from '#app';
import type { LibraryItem } from '#app';
import styles from './Gallery.module.css';

export function Sketch({ entry }: { readonly entry: LibraryItem }): JSX.Element {
  const { nodes, lines, width, height } = useMemo(() => sketchOf(entry.load()), [entry]);
  return (
    <svg
      className={styles['sketch']}
      viewBox={`-20 -20 ${width + 40} ${height + 40}`}
      preserveAspectRatio="xMidYMid meet"
      aria-hidden="true"
    >
      {lines.map(({ from, to, kind }) => (
        <path
          key={`${kind} ${from.key} ${to.key}`}
          className={styles['line']}
          data-kind={kind}
          d={curve(from.x + from.width, from.y + from.height / 2, to.x, to.y + to.height / 2)}
        />
      ))}
      {nodes.map(({ key, kind, x, y, width: nodeWidth, height: nodeHeight }) => (
        <rect
          key={key}
          className={styles['node']}
          data-kind={kind}
          x={x}
          y={y}
          width={nodeWidth}
          height={nodeHeight}
          rx={kind === 'producer' ? nodeHeight / 2 : kind === 'exchange' ? 26 : 12}
        />
      ))}
    </svg>
  );
}

/** What leads back goes straight, under the boxes: a curve would go round half the picture. */
function curve(fromX: number, fromY: number, toX: number, toY: number): string {
  if (toX < fromX) return `M${fromX - 105} ${fromY}L${toX + 105} ${toY}`;
  const bend = Math.max(40, Math.abs(toX - fromX) / 2);
  return `M${fromX} ${fromY}C${fromX + bend} ${fromY} ${toX - bend} ${toY} ${toX} ${toY}`;
}
