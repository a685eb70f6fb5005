import { Button } from 'antd';
import { useState } from 'react';
import { useCity } from '../../app/workspace.ts';
import { PenaltySection } from '../../components/penalty/penalty-section.tsx';
import { useMay } from '../../components/use-may.ts';
import { useText } from '../../providers/use-text.ts';
import type { useMerchantParts } from '../../queries/merchant/use-merchant-parts.ts';
import { IssuePenaltyDrawer } from './issue-penalty-drawer.tsx';

type Props = { merchantId: string; stores: ReturnType<typeof useMerchantParts>['stores']['data'] };

/** The penalties of a merchant as ops see and issue them. */
export function MerchantPenalties({ merchantId, stores }: Props) {
  const text = useText();
  const may = useMay('merchants', 'edit');
  const city = useCity();
  const [isIssuing, setIssuing] = useState(false);
  return (
    <>
      <PenaltySection
        merchantId={merchantId}
        side="ops"
        extra={
          may && (
            <Button size="small" data-testid="penalty-issue" onClick={() => setIssuing(true)}>
              {text('penalties.issue')}
            </Button>
          )
        }
      />
      <IssuePenaltyDrawer
        merchantId={merchantId}
        currency={city.currency}
        stores={stores}
        open={isIssuing}
        onClose={() => setIssuing(false)}
      />
    </>
  );
}
