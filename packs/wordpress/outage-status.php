<?php
/**
 * Plugin Name:       Outage Status
 * Description:       Shows in a post whether a service is up: users' reports beside the vendor's own page, live, with a Report button.
 * Version:           0.1.0
 * Requires at least: 6.5
 * Requires PHP:      7.4
 * License:           MIT
 * License URI:       https://opensource.org/license/mit
 * Text Domain:       outage-status
 *
 * @package outage-status
 */

defined( 'ABSPATH' ) || exit;

define( 'OUTAGE_STATUS_VERSION', '0.1.0' );
define( 'OUTAGE_STATUS_FILE', __FILE__ );

require_once __DIR__ . '/includes/options.php';
require_once __DIR__ . '/includes/words.php';
require_once __DIR__ . '/includes/render.php';
require_once __DIR__ . '/includes/block.php';
require_once __DIR__ . '/includes/oembed.php';
require_once __DIR__ . '/includes/settings.php';

add_shortcode( 'outage_status', 'outage_status_shortcode' );
add_action( 'init', 'outage_status_register_block' );
add_action( 'init', 'outage_status_register_oembed' );
add_filter( 'embed_oembed_html', 'outage_status_add_secret', 10, 2 );
add_action( 'admin_init', 'outage_status_register_setting' );
add_action( 'admin_menu', 'outage_status_add_settings_page' );
