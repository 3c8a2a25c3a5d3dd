// The features, in the order in which they may use one another: each only those before it.
import type { Feature } from '../platform/feature.ts';

export const features: readonly Feature[] = [];
