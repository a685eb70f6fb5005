import { fontFamily, hexColors } from '@linli/ui/tokens';
import { BarChart as Bars } from 'echarts/charts';
import { AriaComponent, GridComponent, TooltipComponent } from 'echarts/components';
import { init, use as register, type ECharts } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useTheme } from '../providers/color-theme.ts';

register([Bars, GridComponent, TooltipComponent, AriaComponent, CanvasRenderer]);

type Props = {
  title: string;
  bars: { name: string; value: number }[];
  color: string;
  /** A value with its unit. */
  format: (value: number) => string;
  /** Counts things: no half steps on the axis. */
  whole?: boolean;
};

/** A bar chart with units, and the same numbers as a table for screen readers. */
export function BarChart({ title, bars, color, format, whole = false }: Props) {
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
    chart.current?.setOption({
      animationDuration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 200,
      grid: { left: 8, right: 8, top: 16, bottom: 4, outerBoundsMode: 'same' },
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
        data: bars.map((bar) => bar.name),
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
      series: [
        {
          type: 'bar',
          name: title,
          data: bars.map((bar) => bar.value),
          itemStyle: { color, borderRadius: [4, 4, 0, 0] },
          barMaxWidth: 36,
        },
      ],
    });
  }, [bars, color, format, theme, title, whole]);

  return (
    <figure className="chart">
      <figcaption>{title}</figcaption>
      <div ref={box} className="chart-box" aria-hidden="true" />
      <table className="visually-hidden">
        <caption>{title}</caption>
        <tbody>
          {bars.map((bar) => (
            <tr key={bar.name}>
              <th scope="row">{bar.name}</th>
              <td>{format(bar.value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
