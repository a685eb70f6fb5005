import { fontFamily, hexColors } from '@linli/ui/tokens';
import { BarChart as Bars, LineChart as Lines } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use as register, type ECharts } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useTheme } from '../providers/color-theme.ts';

register([Bars, Lines, GridComponent, LegendComponent, TooltipComponent, AriaComponent, CanvasRenderer]);

export type Series = { name: string; color: string; values: readonly number[]; isLine?: boolean };

type Props = {
  title: string;
  /** What each value is of: days, hours, names. */
  names: readonly string[];
  series: readonly Series[];
  /** A value with its unit. */
  format: (value: number) => string;
  /** Counts things: no half steps on the axis. */
  whole?: boolean;
};

/** Bars and lines with units over the same axis, and the same numbers as a table for screen readers. */
export function SeriesChart({ title, names, series, format, whole = false }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts | undefined>(undefined);
  const theme = useTheme();

  useEffect(() => {
    if (box.current === null) return;
    const made = init(box.current, undefined, { renderer: 'canvas' });
    chart.current = made;
    const observer = new ResizeObserver(() => made.resize());
    observer.observe(box.current);
    return () => {
      observer.disconnect();
      made.dispose();
      chart.current = undefined;
    };
  }, []);

  useEffect(() => {
    const colors = hexColors(theme);
    const label = { color: colors['ink-muted'], fontFamily, fontSize: 12 };
    const hasLegend = series.length > 1;
    chart.current?.setOption(
      {
        animationDuration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 200,
        grid: { left: 8, right: 8, top: hasLegend ? 36 : 16, bottom: 4, outerBoundsMode: 'same' },
        legend: {
          show: hasLegend,
          type: 'scroll',
          top: 0,
          left: 0,
          itemWidth: 12,
          itemHeight: 8,
          textStyle: label,
        },
        tooltip: {
          trigger: 'axis',
          axisPointer: { type: 'shadow', shadowStyle: { color: colors.line, opacity: 0.4 } },
          backgroundColor: colors.surface,
          borderColor: colors.line,
          textStyle: { color: colors.ink, fontFamily, fontSize: 13 },
          valueFormatter: (value: unknown) => format(Number(value)),
        },
        xAxis: {
          type: 'category',
          data: [...names],
          axisLabel: { ...label, hideOverlap: true },
          axisLine: { lineStyle: { color: colors.line } },
          axisTick: { show: false },
        },
        yAxis: {
          type: 'value',
          minInterval: whole ? 1 : undefined,
          axisLabel: { ...label, formatter: (value: number) => format(value) },
          splitLine: { lineStyle: { color: colors.line } },
        },
        series: series.map((one) => ({
          type: one.isLine ? 'line' : 'bar',
          name: one.name,
          data: [...one.values],
          itemStyle: { color: one.color, borderRadius: one.isLine ? 0 : [4, 4, 0, 0] },
          lineStyle: { color: one.color, width: 2, type: 'dashed' },
          symbol: 'none',
          barMaxWidth: 36,
        })),
      },
      { replaceMerge: ['series'] },
    );
  }, [names, series, format, theme, whole]);

  return (
    <figure className="chart">
      <figcaption>{title}</figcaption>
      <div ref={box} className="chart-box" aria-hidden="true" />
      <table className="visually-hidden">
        <caption>{title}</caption>
        <thead>
          <tr>
            <td />
            {series.map((one) => (
              <th key={one.name} scope="col">
                {one.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {names.map((name, index) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {series.map((one) => (
                <td key={one.name}>{format(one.values[index] ?? 0)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
