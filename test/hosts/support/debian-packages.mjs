// Files of packages of Debian's newest branches, without installing anything: the machine's own packages stay as they are.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const KEYS = '/usr/share/keyrings/debian-archive-keyring.gpg';
const MIRROR = 'http://deb.debian.org/debian';

/**
 * Downloads packages with apt, which checks their signatures, and unpacks them into one folder.
 *
 * @param branch Such as `trixie` or `sid`.
 * @param names Of packages; those that they depend on are not added.
 * @param folder An empty one.
 * @returns The folder with `usr/`, `etc/`, …
 * @throws {Error} When apt is missing, or the branch lacks one of them.
 */
export function unpackDebian(branch, names, folder) {
  const apt = (command, cwd) =>
    execFileSync(
      'apt-get',
      // prettier-ignore
      ['-q', '-o', `Dir::Etc::sourcelist=${folder}/sources.list`, '-o', 'Dir::Etc::sourceparts=/dev/null',
        '-o', `Dir::State::lists=${folder}/lists`, '-o', `Dir::State::status=${folder}/status`,
        '-o', `Dir::Cache=${folder}`, '-o', 'APT::Sandbox::User=', ...command],
      { cwd, stdio: ['ignore', 'ignore', 'inherit'] },
    );
  const debs = join(folder, 'debs');
  const root = join(folder, 'root');
  for (const path of ['lists/partial', 'archives/partial', 'debs', 'root'])
    mkdirSync(join(folder, path), { recursive: true });
  writeFileSync(join(folder, 'sources.list'), `deb [signed-by=${KEYS}] ${MIRROR} ${branch} main\n`);
  writeFileSync(join(folder, 'status'), '');
  apt(['update'], folder);
  apt(['download', ...names], debs);
  for (const deb of readdirSync(debs))
    execFileSync('dpkg-deb', ['-x', join(debs, deb), root], { stdio: 'inherit' });
  return root;
}
