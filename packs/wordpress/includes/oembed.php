<?php
/**
 * Embeds the address of a service's page that stands on a line of its own.
 *
 * @package outage-status
 */

defined( 'ABSPATH' ) || exit;

/**
 * Writes the pattern of what the site's feed server embeds.
 *
 * @return string A regular expression of whole addresses; empty when the site has no server.
 */
function outage_status_page_pattern() {
	$server = outage_status_server();
	return '' === $server ? '' : '#\A' . preg_quote( $server, '#' ) . '/(embed/)?[a-z0-9][a-z0-9-]{0,63}/?(\?[^\#]*)?\z#';
}

/**
 * Registers the site's feed server as an oEmbed provider: WordPress then uses it without discovery, and neither hides its
 * frame nor puts it into a sandbox without an origin.
 */
function outage_status_register_oembed() {
	$pattern = outage_status_page_pattern();
	if ( '' !== $pattern ) {
		wp_oembed_add_provider( $pattern, outage_status_server() . '/oembed', true );
	}
}

/**
 * Gives a frame of the site's feed server the secret with which it tells WordPress its height, as WordPress itself does for
 * frames in a sandbox. Without one, WordPress's script writes a secret into the address of a frame that is being loaded, and
 * Chromium sometimes drops such a change: the frame then never learns its secret.
 *
 * @param string $html The embed, with a secret when WordPress gave it one.
 * @param string $url  Address in the post.
 * @return string HTML.
 */
function outage_status_add_secret( $html, $url ) {
	$pattern = outage_status_page_pattern();
	if ( '' === $pattern || 1 !== preg_match( $pattern, $url ) ) {
		return $html;
	}
	$secret = wp_generate_password( 10, false );
	// WordPress makes no frame with a secret lazy, because it thinks of hidden ones.
	return preg_replace( '/<iframe\b([^>]*\ssrc="[^"#]*)"/', "<iframe loading=\"lazy\" data-secret=\"$secret\"\${1}#?secret=$secret\"", $html, 1 );
}
