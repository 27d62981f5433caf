/** Made by .ci/handout-client.mjs. */
declare module 'virtual:handout-client' {
  import type { HandoutAssets } from '../report/handout-page';
  export const HANDOUT_ASSETS: HandoutAssets;
}
