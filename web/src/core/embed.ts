// A view inside another page: an address with embed=1 has no bar, and its links lead out of the frame.
import { useAddress } from './address';

/** Whether the page is shown inside another. */
export function useEmbedded(): boolean {
  return new URLSearchParams(useAddress().search).get('embed') === '1';
}

/** An address as it is inside another page, or not. */
export function embedded(address: string, inside: boolean): string {
  const url = new URL(address, location.href);
  if (inside) url.searchParams.set('embed', '1');
  else url.searchParams.delete('embed');
  return url.href;
}

/** What one pastes into a page to show an address there. */
export function frameFor(address: string, title: string): string {
  const text = (value: string) => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  return `<iframe src="${text(embedded(address, true))}" title="${text(title)}" width="100%" height="600" style="border: 0" loading="lazy"></iframe>`;
}

/** Whether the server lets pages of other sites frame it. Pages of its own machine are no other site's. */
export async function mayBeFramed(address: string): Promise<boolean> {
  try {
    const response = await fetch(embedded(address, true).slice(0, 2000), { method: 'HEAD' });
    const ancestors = /frame-ancestors ([^;]*)/.exec(response.headers.get('content-security-policy') ?? '')?.[1] ?? '*';
    return ancestors.split(' ').some((one) => one === '*' || (/^https?:/.test(one) && !/\/\/(localhost|127\.0\.0\.1):\*$/.test(one)));
  } catch {
    return true;
  }
}
