<?php
/**
 * Addresses of services' pages, on a line of their own.
 *
 * @package outage-status
 */

defined( 'ABSPATH' ) || exit;

/**
 * Makes the site's feed server an oEmbed provider that WordPress knows: it is then asked without being discovered first, and
 * its frame is not hidden or sandboxed away from its own origin.
 */
function outage_status_register_oembed() {
	$server = outage_status_server();
	if ( '' === $server ) {
		return;
	}
	$page = '#\A' . preg_quote( $server, '#' ) . '/(embed/)?[a-z0-9][a-z0-9-]{0,63}/?(\?[^\#]*)?\z#';
	wp_oembed_add_provider( $page, $server . '/oembed', true );
}
