import { cp, mkdir, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** The entry that script tags name. */
const WIDGET_ENTRY = 'outage-status.js';

/** One state of the widget's files, for pages that pin it. */
export interface WidgetRelease {
  /** Version and the beginning of the entry's hash, `0.1.0-1f0c88aa`: what is rebuilt without a new version is another release. */
  readonly label: string;
  /** Hash of the entry, as for `integrity`; the entry carries those of its chunks. */
  readonly integrity: string;
  readonly folder: string;
}

/** What a label looks like; it is part of an address and of a path. */
const RELEASE_LABEL = /^\d+\.\d+\.\d+(?:-[\w.]+)?-[0-9a-f]{8}$/;

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

/**
 * The releases of the widget that this server can serve: the one that is installed, and those that it has served before,
 * so that a page that names one with its hash goes on working after the server was updated.
 */
export class WidgetReleases {
  readonly #installed: string;
  readonly #version: string;
  readonly #archive: string;

  /**
   * @param installed Folder of the installed widget's files.
   * @param version Its version.
   * @param archive Folder in which releases are kept; made when the first is.
   */
  constructor(installed: string, version: string, archive: string) {
    this.#installed = installed;
    this.#version = version;
    this.#archive = archive;
  }

  /**
   * The installed release, as it is on disk now.
   *
   * @returns `undefined` where the widget is not built.
   */
  async current(): Promise<WidgetRelease | undefined> {
    try {
      const text = await readFile(join(this.#installed, 'integrity.json'), 'utf8');
      const integrity = (JSON.parse(text) as Record<string, string>)[WIDGET_ENTRY] ?? '';
      const hash = Buffer.from(integrity.replace(/^sha384-/, ''), 'base64').toString('hex');
      const label = `${this.#version}-${hash.slice(0, 8)}`;
      return RELEASE_LABEL.test(label) ? { label, integrity, folder: this.#installed } : undefined;
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  /**
   * Where the files of a release are.
   *
   * @returns `undefined` when this server has never had it.
   */
  async folderOf(label: string): Promise<string | undefined> {
    if (!RELEASE_LABEL.test(label)) return undefined;
    if ((await this.current())?.label === label) return this.#installed;
    const kept = join(this.#archive, label);
    return (await isFolder(kept)) ? kept : undefined;
  }

  /**
   * Puts a copy of the installed release into the archive, unless it is there. A copy is there as a whole or not at all.
   *
   * @throws {Error} When the archive cannot be written.
   */
  async keep(): Promise<void> {
    const release = await this.current();
    if (!release) return;
    const kept = join(this.#archive, release.label);
    if (await isFolder(kept)) return;
    await this.#copy(release.folder, kept);
  }

  async #copy(from: string, to: string): Promise<void> {
    await mkdir(this.#archive, { recursive: true });
    const unfinished = await mkdtemp(join(this.#archive, 'unfinished-'));
    try {
      await cp(from, unfinished, { recursive: true, filter: (path) => !path.endsWith('.map') });
      await rename(unfinished, to);
    } catch (error) {
      await rm(unfinished, { recursive: true, force: true });
      // Another process of this machine was quicker.
      if (!(await isFolder(to))) throw error;
    }
  }
}
