import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';
import { onboardingKeys } from './onboarding-keys.ts';

/** What was decided about a product before, the newest first. */
export function useProductReviews(productId: string) {
  const client = useClient();
  return useQuery({
    queryKey: [...onboardingKeys.products, 'reviews', productId],
    queryFn: ({ signal }) =>
      run(
        client
          .from('product_reviews')
          .select('id,to_status,note,created_at')
          .eq('product_id', productId)
          .order('id', { ascending: false })
          .limit(10),
        signal,
      ),
  });
}
