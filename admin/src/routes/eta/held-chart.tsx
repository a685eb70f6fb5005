import { fontFamily, hexColors } from '@linli/ui/tokens';
import { LineChart } from 'echarts/charts';
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  TooltipComponent,
} from 'echarts/components';
import { init, use as register } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import type { CalibrationPoint } from '../../lib/calibration.ts';
import { useTheme } from '../../providers/color-theme.ts';
import { useText } from '../../providers/use-text.ts';

register([
  LineChart,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  TooltipComponent,
  AriaComponent,
  CanvasRenderer,
]);

const percent = (share: number): string => `${Math.round(share * 100)}%`;

/** Shares that held by day as two lines, with the band in which p90 is honest, and the numbers as a table below. */
export function HeldChart({ points }: { points: readonly CalibrationPoint[] }) {
  const box = useRef<HTMLDivElement>(null);
  const theme = useTheme();
  const text = useText();

  useEffect(() => {
    if (box.current === null) return;
    const chart = init(box.current, undefined, { renderer: 'canvas' });
    const observer = new ResizeObserver(() => chart.resize());
    observer.observe(box.current);
    const colors = hexColors(theme);
    const label = { color: colors['ink-muted'], fontFamily, fontSize: 12 };
    const series = (name: string, color: string, values: number[]) => ({
      type: 'line' as const,
      name,
      data: values,
      itemStyle: { color },
      lineStyle: { color, width: 2 },
      symbolSize: 7,
    });
    chart.setOption({
      animation: false,
      grid: { left: 8, right: 16, top: 40, bottom: 4, outerBoundsMode: 'same' },
      legend: { top: 0, left: 0, textStyle: label },
      tooltip: {
        trigger: 'axis',
        backgroundColor: colors.surface,
        borderColor: colors.line,
        textStyle: { color: colors.ink, fontFamily, fontSize: 13 },
        valueFormatter: (value: unknown) => percent(Number(value)),
      },
      xAxis: {
        type: 'category',
        data: points.map(({ day }) => day.slice(5)),
        axisLabel: { ...label, hideOverlap: true },
        axisLine: { lineStyle: { color: colors.line } },
        axisTick: { show: false },
      },
      yAxis: {
        type: 'value',
        min: 0,
        max: 1,
        axisLabel: { ...label, formatter: percent },
        splitLine: { lineStyle: { color: colors.line } },
      },
      series: [
        {
          ...series(
            text('eta.held_p90'),
            colors.primary,
            points.map(({ p90 }) => p90),
          ),
          markArea: {
            silent: true,
            itemStyle: { color: colors.primary, opacity: 0.12 },
            data: [[{ yAxis: 0.85 }, { yAxis: 0.95 }]],
          },
        },
        series(
          text('eta.held_p50'),
          colors.info,
          points.map(({ p50 }) => p50),
        ),
      ],
    });
    return () => {
      observer.disconnect();
      chart.dispose();
    };
  }, [points, theme, text]);

  return (
    <figure className="chart">
      <figcaption>{text('eta.chart')}</figcaption>
      <div ref={box} className="chart-box" aria-hidden="true" />
      <table className="why-table held-table" data-testid="held-table">
        <caption className="visually-hidden">{text('eta.chart')}</caption>
        <thead>
          <tr>
            <th scope="col">{text('field.date')}</th>
            {(['count', 'held_p50', 'held_p90', 'width'] as const).map((name) => (
              <th key={name} scope="col" className="number">
                {text(`eta.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <tr key={point.day}>
              <th scope="row" className="tabular">
                {point.day}
              </th>
              <td className="number">{point.count}</td>
              <td className="number">{percent(point.p50)}</td>
              <td className={point.p90 < 0.85 ? 'number danger-text' : 'number'}>{percent(point.p90)}</td>
              <td className="number">
                {text('unit.minutes', { amount: Math.round(point.widthSeconds / 60) })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
