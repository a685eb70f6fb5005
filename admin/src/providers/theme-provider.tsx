import { antdTokens, hexColors, radius } from '@linli/ui/tokens';
import { ConfigProvider, theme as antdTheme } from 'antd';
import { useMemo, type ReactNode } from 'react';
import { useTheme } from './color-theme.ts';
import { uiLocale } from './ui-locale.ts';
import { useLocale } from './use-text.ts';

/** antd in the product's colours and the reader's language. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  const theme = useTheme();
  const locale = useLocale();
  const config = useMemo(() => {
    const color = hexColors(theme);
    return {
      algorithm: theme === 'dark' ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm,
      token: {
        ...antdTokens(theme),
        colorLinkHover: color['primary-ink'],
        colorLinkActive: color['primary-ink'],
        // Without motion antd awaits no end of an animation: one cut short by the style sheet may never tell it.
        motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
      },
      components: {
        Layout: {
          headerHeight: 52,
          headerPadding: '0 16px',
          bodyBg: 'var(--color-paper)',
          siderBg: 'transparent',
        },
        Menu: {
          itemHeight: 36,
          itemBorderRadius: radius.control,
          activeBarBorderWidth: 0,
          itemBg: 'transparent',
        },
        Table: { cellPaddingBlockSM: 6, headerBg: 'var(--color-sunken)', headerSplitColor: 'transparent' },
        Segmented: { trackBg: 'var(--color-sunken)' },
        Card: { bodyPaddingSM: 12 },
        Form: { itemMarginBottom: 16, verticalLabelPadding: '0 0 4px' },
      },
    };
  }, [theme]);
  return (
    <ConfigProvider locale={uiLocale(locale)} theme={config} button={{ autoInsertSpace: false }}>
      {children}
    </ConfigProvider>
  );
}
