import { appIconSvg } from '@linli/ui/mark';

/** The app's icon files by name, drawn from the mark. */
export function appIcons(): Record<string, string> {
  return { 'icon.svg': appIconSvg(), 'icon-maskable.svg': appIconSvg({ maskable: true }) };
}
