<?php
/**
 * Removes the plugin's setting.
 *
 * @package outage-status
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

delete_option( 'outage_status_server' );
