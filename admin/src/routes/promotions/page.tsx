import { useCity } from '../../app/workspace.ts';
import { useMay } from '../../components/use-may.ts';
import { PromotionScreens } from './promotion-screens.tsx';

/** Promotions of the city, for ops. */
export default function PromotionsPage() {
  const city = useCity();
  const mayEdit = useMay('promotions', 'edit');
  return <PromotionScreens scope={{ base: '/promotions', city, mayEdit }} />;
}
