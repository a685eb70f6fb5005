import { useNavigate } from 'react-router';
import { Page } from '../../components/page.tsx';
import { presets } from '../../lib/promotion/presets.ts';
import { useText } from '../../providers/use-text.ts';
import type { PromotionScope } from './scope.ts';

/** What kind of promotion to begin with, each with what it does. */
export function PresetPage({ scope }: { scope: PromotionScope }) {
  const text = useText();
  const navigate = useNavigate();
  // Points are always the platform's money.
  const offered = presets.filter((preset) => scope.storeId === undefined || preset !== 'points');
  return (
    <Page title={text('promotions.new')} lead={text('preset.lead')}>
      <ul className="preset-list">
        {offered.map((preset) => (
          <li key={preset}>
            <button
              type="button"
              className="preset"
              data-testid={`preset-${preset}`}
              onClick={() => void navigate(`${scope.base}/new/${preset}`)}
            >
              <strong>{text(`preset.${preset}`)}</strong>
              <span className="muted">{text(`preset.${preset}_hint`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Page>
  );
}
