/** How the view is fitted to the graph. Room is left at the bottom for the counters. */
export const fitOptions = {
  padding: { top: '28px', left: '28px', right: '28px', bottom: '76px' },
  maxZoom: 1,
  duration: 220,
} as const;
