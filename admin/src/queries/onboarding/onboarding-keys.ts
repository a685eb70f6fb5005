/** Query keys of what waits for a decision of ops. */
export const onboardingKeys = {
  applications: ['onboarding', 'applications'] as const,
  licenses: ['onboarding', 'licenses'] as const,
  products: ['onboarding', 'products'] as const,
};
