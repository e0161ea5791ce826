import { endShared } from './setup.ts';

// biome-ignore lint/style/noDefaultExport: jest calls the default export of a global tear-down
export default endShared;
