/** Chromium's update manifest (protocol 2.0): where the newest CRX of an extension is. */
export function chromeUpdateManifest(extensionId: string, version: string, crxUrl: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<gupdate xmlns="http://www.google.com/update2/response" protocol="2.0">
  <app appid="${extensionId}">
    <updatecheck codebase="${escapeXml(crxUrl)}" version="${escapeXml(version)}"/>
  </app>
</gupdate>
`;
}

/** Firefox's update manifest. `sha256` is the hex digest of the XPI, which Firefox checks when the link is plain http. */
export function firefoxUpdateManifest(addonId: string, version: string, xpiUrl: string, sha256: string): string {
  const update = { version, update_link: xpiUrl, update_hash: `sha256:${sha256}` };
  return `${JSON.stringify({ addons: { [addonId]: { updates: [update] } } }, null, 2)}\n`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
