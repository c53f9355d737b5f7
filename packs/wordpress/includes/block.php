<?php
/**
 * The block.
 *
 * @package outage-status
 */

defined( 'ABSPATH' ) || exit;

/**
 * Registers the block, and passes the feed server to its editor script.
 */
function outage_status_register_block() {
	register_block_type( dirname( OUTAGE_STATUS_FILE ) . '/block', array( 'render_callback' => 'outage_status_render_block' ) );
	$settings = wp_json_encode( array( 'server' => outage_status_server() ), JSON_HEX_TAG | JSON_HEX_AMP | JSON_UNESCAPED_SLASHES );
	wp_add_inline_script( 'outage-status-status-editor-script', 'window.outageStatusSettings = ' . $settings . ';', 'before' );
	wp_set_script_translations( 'outage-status-status-editor-script', 'outage-status' );
}

/**
 * Writes the block into a page.
 *
 * @param array<string, mixed> $attributes Attributes of the block; ignores those that WordPress has added.
 * @return string HTML.
 */
function outage_status_render_block( $attributes ) {
	$options = array_intersect_key( $attributes, outage_status_rules() );
	return '<div ' . get_block_wrapper_attributes() . '>' . outage_status_render( $options ) . '</div>';
}
