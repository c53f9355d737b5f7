<?php
/**
 * WordPress scripts that editor.js depends on; with a build step, the build would write this file.
 *
 * @package outage-status
 */

return array(
	'dependencies' => array( 'wp-block-editor', 'wp-blocks', 'wp-components', 'wp-element', 'wp-i18n' ),
	'version'      => '0.1.0',
);
