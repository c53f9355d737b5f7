// The feed that all contestants show: from the real server in demo mode, so that it is fresh and has a real size.
import { startServer } from '../../test/e2e/support/server.mjs';

const read = async (url) => {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer;
};

/** Makes two feeds, of a partial outage that then becomes a major one, and fetches a badge. */
export async function readFeeds() {
  const server = await startServer();
  try {
    const feed = await (await read(`${server.url}/v1/services/kik/status.json`)).json();
    const badge = await (await read(`${server.url}/badge/kik.svg`)).text();
    const at = (changes) => ({ ...feed, maxAgeSeconds: 3600, ...changes });
    const community = { ...feed.community, reportCount: 184 };
    return {
      feedBefore: at({ status: 'partial_outage', verdict: 'community_only', community }),
      feedAfter: at({
        status: 'major_outage',
        verdict: 'community_only',
        generatedAt: new Date(Date.parse(feed.generatedAt) + 1000).toISOString(),
        community: { ...community, status: 'major_outage', reportCount: 1841 },
      }),
      badge,
    };
  } finally {
    await server.stop();
  }
}
