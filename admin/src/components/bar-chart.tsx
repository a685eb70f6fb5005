import { useMemo } from 'react';
import { SeriesChart } from './series-chart.tsx';

type Props = {
  title: string;
  bars: { name: string; value: number }[];
  color: string;
  /** A value with its unit. */
  format: (value: number) => string;
  /** Counts things: no half steps on the axis. */
  whole?: boolean;
};

/** One row of bars with units. */
export function BarChart({ title, bars, color, format, whole }: Props) {
  const names = useMemo(() => bars.map((bar) => bar.name), [bars]);
  const series = useMemo(
    () => [{ name: title, color, values: bars.map((bar) => bar.value) }],
    [bars, color, title],
  );
  return <SeriesChart title={title} names={names} series={series} format={format} whole={whole} />;
}
