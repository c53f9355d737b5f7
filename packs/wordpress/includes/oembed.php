<?php
/**
 * Embeds the address of a service's page that stands on a line of its own.
 *
 * @package outage-status
 */

defined( 'ABSPATH' ) || exit;

/**
 * Registers the site's feed server as an oEmbed provider: WordPress then uses it without discovery, and neither hides its
 * frame nor puts it into a sandbox without an origin.
 */
function outage_status_register_oembed() {
	$server = outage_status_server();
	if ( '' === $server ) {
		return;
	}
	$page = '#\A' . preg_quote( $server, '#' ) . '/(embed/)?[a-z0-9][a-z0-9-]{0,63}/?(\?[^\#]*)?\z#';
	wp_oembed_add_provider( $page, $server . '/oembed', true );
}
