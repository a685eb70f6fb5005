import { hexColors, type ColorName, type Theme } from './colors.ts';

export {
  hexColors,
  hexMapColors,
  oklchColors,
  type ColorName,
  type MapColorName,
  type Theme,
} from './colors.ts';

/** System CJK stack first: Chinese is what most lines are made of. */
export const fontFamily =
  '"PingFang SC", "HarmonyOS Sans SC", "HarmonyOS Sans", "Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", system-ui, sans-serif';
export const monoFamily = 'ui-monospace, "SF Mono", "Cascadia Mono", "Noto Sans Mono CJK SC", monospace';

/** Five sizes in px. `line` is the line height that suits Chinese at that size. */
export const type = {
  xs: { size: 12, line: 18 },
  sm: { size: 14, line: 22 },
  md: { size: 16, line: 26 },
  lg: { size: 20, line: 28 },
  xl: { size: 28, line: 36 },
} as const;

export const weight = { regular: 400, strong: 600 } as const;

/** 4-pt grid in px; the key is the multiple. */
export const space = { 1: 4, 2: 8, 3: 12, 4: 16, 5: 20, 6: 24, 8: 32, 10: 40, 12: 48, 16: 64 } as const;

export const radius = { control: 8, card: 12, sheet: 20, full: 999 } as const;

/** Smallest touch target in px; riders wear gloves. */
export const touch = { base: 44, rider: 56 } as const;

export const motion = { quick: 150, base: 200, slow: 250 } as const;
export const easing = { out: 'cubic-bezier(0.2, 0, 0, 1)', inOut: 'cubic-bezier(0.4, 0, 0.2, 1)' } as const;

export const layer = {
  base: 0,
  raised: 10,
  sticky: 100,
  bar: 200,
  sheet: 400,
  dialog: 500,
  toast: 600,
} as const;

export const shadow: Record<Theme, Record<'card' | 'bar' | 'sheet', string>> = {
  light: {
    card: '0 1px 2px oklch(0.22 0.02 155 / 0.06)',
    bar: '0 -1px 0 oklch(0.22 0.02 155 / 0.07), 0 -4px 16px oklch(0.22 0.02 155 / 0.05)',
    sheet: '0 8px 40px oklch(0.22 0.02 155 / 0.18)',
  },
  dark: {
    card: '0 1px 2px oklch(0 0 0 / 0.4)',
    bar: '0 -1px 0 oklch(1 0 0 / 0.07), 0 -4px 16px oklch(0 0 0 / 0.4)',
    sheet: '0 8px 40px oklch(0 0 0 / 0.6)',
  },
};

/** The `theme.token` object for antd's ConfigProvider: the same values, under antd's names. */
export function antdTokens(theme: Theme): Record<string, string | number> {
  const color: Record<ColorName, string> = hexColors(theme);
  return {
    colorPrimary: color.primary,
    colorPrimaryHover: color['primary-hover'],
    colorPrimaryActive: color['primary-active'],
    colorPrimaryBg: color['primary-soft'],
    colorInfoBg: color['info-soft'],
    colorSuccessBg: color['success-soft'],
    colorWarningBg: color['warning-soft'],
    colorErrorBg: color['danger-soft'],
    colorTextLightSolid: color['on-primary'],
    colorInfo: color.info,
    colorSuccess: color.success,
    colorWarning: color.warning,
    colorError: color.danger,
    colorLink: color['primary-ink'],
    colorText: color.ink,
    colorTextSecondary: color['ink-muted'],
    colorTextTertiary: color['ink-faint'],
    colorTextPlaceholder: color['ink-faint'],
    colorBgBase: color.paper,
    colorBgLayout: color.paper,
    colorBgContainer: color.surface,
    colorBgElevated: color.surface,
    colorBorder: color.line,
    colorBorderSecondary: color.line,
    borderRadius: radius.control,
    borderRadiusLG: radius.card,
    borderRadiusSM: radius.control - 2,
    fontFamily,
    fontFamilyCode: monoFamily,
    fontSize: type.sm.size,
    fontSizeSM: type.xs.size,
    fontSizeLG: type.md.size,
    fontSizeXL: type.lg.size,
    fontWeightStrong: weight.strong,
    motionDurationFast: `${motion.quick / 1000}s`,
    motionDurationMid: `${motion.base / 1000}s`,
    motionDurationSlow: `${motion.slow / 1000}s`,
  };
}
