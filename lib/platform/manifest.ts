/** The manifest's facts, per browser. Every permission here has its reason in ARCHITECTURE.md, "Permissions". */
import type { UserManifest } from 'wxt';

/** Pinned so that Firefox keeps storage and enterprise settings across builds. */
export const FIREFOX_ID = 'sluice@sluice.example';

const PERMISSIONS = [
  'storage',
  'unlimitedStorage',
  'alarms',
  'scripting',
  'declarativeNetRequestWithHostAccess',
  'webRequest',
  'webRequestBlocking',
];

export function manifest(browser: string): UserManifest {
  return {
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: browser === 'firefox' ? PERMISSIONS : [...PERMISSIONS, 'offscreen'],
    host_permissions: ['<all_urls>'],
    icons: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 128: 'icon/128.png' },
    ...(browser === 'firefox' ? firefoxOnly : chromiumOnly),
  };
}

const chromiumOnly = {
  minimum_chrome_version: '137',
  storage: { managed_schema: 'managed_schema.json' },
} as const;

const firefoxOnly = {
  browser_specific_settings: {
    gecko: {
      id: FIREFOX_ID,
      strict_min_version: '140.0',
      data_collection_permissions: { required: ['browsingActivity', 'websiteActivity'] as const },
    },
  },
} as unknown as Partial<UserManifest>;
