-- A late payment takes its own seats again with everything else that its reservation had, or nothing at all.

alter function encore.retake_hold(bigint) rename to retake_terms;

create function encore.retake_hold(p_reservation bigint) returns boolean language plpgsql as $$
declare
  v_seated boolean;
begin
  select seated into v_seated from encore.ticket_reservation where id = p_reservation;
  if not v_seated then
    return encore.retake_terms(p_reservation);
  end if;
  perform encore.lock_tickets(array(
    select ticket_type_id from encore.reservation_line where reservation_id = p_reservation));
  if not encore.retake_seats(p_reservation) then
    return false;
  end if;
  if not encore.retake_terms(p_reservation) then
    perform encore.free_seats(p_reservation);
    return false;
  end if;
  return true;
end
$$;

-- What the door and lists say of a ticket: its type, and its seat where there is one.
create function encore.ticket_title(p_ticket bigint) returns text language plpgsql stable as $$
begin
  return (
    select y.name || coalesce(' · ' || s.block_name || ' ' || nullif(s.row_name, '') || '-' || s.number,
                              ' · ' || s.block_name || ' ' || s.number, '')
      from encore.ticket t
      join encore.ticket_order o on o.id = t.order_id
      join encore.ticket_type y on y.id = t.ticket_type_id
      left join encore.seat_hold h
        on h.reservation_id = o.reservation_id and h.ticket_type_id = t.ticket_type_id and h.number = t.number
      left join encore.seat s on s.id = h.seat_id
     where t.id = p_ticket);
end
$$;
