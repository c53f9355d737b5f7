// A WordPress of its own: PHP in WebAssembly, SQLite, on 127.0.0.1.
import { appendFileSync, copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Password of all users of the site. */
export const PASSWORD = 'a long password of a test';

/** Users by role. Of these two, WordPress lets administrators alone write any HTML. */
const SET_UP = `
// Pictures of another host, which these tests do not reach.
update_option( 'show_avatars', 0 );
foreach ( array( 'administrator', 'author' ) as $role ) {
	$id = wp_insert_user( array( 'user_login' => "test-$role", 'user_pass' => ${JSON.stringify(PASSWORD)}, 'role' => $role, 'user_email' => "$role@example.org" ) );
	$keys[ $role ] = WP_Application_Passwords::create_new_application_password( $id, array( 'name' => 'test' ) )[0];
	// The editor greets everybody with a tour.
	update_user_meta( $id, 'wp_persisted_preferences', array( 'core/edit-post' => array( 'welcomeGuide' => false ), 'core' => array( 'enableChoosePatternModal' => false ), '_modified' => gmdate( 'c' ) ) );
}
echo wp_json_encode( array( 'keys' => $keys, 'version' => $GLOBALS["wp_version"] ) );
`;

/**
 * Starts a site.
 *
 * @param unpack Puts WordPress's files into a folder.
 * @param certificate PEM: whom WordPress trusts, besides the usual authorities.
 * @returns `url`, `version`; `php(code)`, which runs PHP inside of WordPress and gives its output; `publish(role, content)`,
 *   which writes a post through the REST API as a user of that role and gives `{ link, content }`, the latter as it is
 *   stored; `stop()`.
 */
export async function startWordPress({ unpack, certificate }) {
  // Here, not above: it is installed by the run.
  const { runCLI } = await import('@wp-playground/cli');
  const folder = mkdtempSync(join(tmpdir(), 'outage-status-wordpress-'));
  unpack(folder);
  appendFileSync(join(folder, 'wp-includes/certificates/ca-bundle.crt'), `\n${certificate}`);
  mkdirSync(join(folder, 'wp-content/mu-plugins'), { recursive: true });
  copyFileSync(
    join(import.meta.dirname, 'loopback.php'),
    join(folder, 'wp-content/mu-plugins/loopback.php'),
  );
  const site = await runCLI({
    command: 'server',
    port: 0,
    php: '8.3',
    wp: 'latest',
    workers: 2,
    quiet: true,
    'mount-before-install': [{ hostPath: folder, vfsPath: '/wordpress' }],
    wordpressInstallMode: 'install-from-existing-files',
  });
  const php = async (code) => {
    const result = await site.playground.run({
      code: `<?php require '/wordpress/wp-load.php'; ${code}`,
    });
    if (result.exitCode !== 0) throw new Error(result.errors || result.text);
    return result.text;
  };
  const { keys, version } = JSON.parse(await php(SET_UP));
  const url = site.serverUrl;
  // The first request of all is sent to the same address once more, without its body.
  await fetch(url);
  return {
    url,
    version,
    php,
    async publish(role, content) {
      const response = await fetch(`${url}/index.php?rest_route=/wp/v2/posts&context=edit`, {
        method: 'POST',
        headers: {
          authorization: `Basic ${btoa(`test-${role}:${keys[role]}`)}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify({ title: 'Is Kik down?', status: 'publish', content }),
      });
      const post = await response.json();
      if (!response.ok) throw new Error(`${response.status}: ${JSON.stringify(post)}`);
      return { link: post.link, content: post.content.raw };
    },
    async stop() {
      await site[Symbol.asyncDispose]();
      rmSync(folder, { recursive: true });
    },
  };
}
